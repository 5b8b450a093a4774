;; The likeliest roles of a sentence's tokens (Viterbi 1967), of sums of weights that are whole numbers. Five roles in three
;; vectors of two; the sixth place is nobody's. Assembled into shared/language/model/decode-roles.wasm by assemble.ts.
(module
  (import "features" "memory" (memory 1))

  ;; `singles`: 8 sums of 16 bits a token, by role; `pairs`: 32 a token, five by role for each role before; `states`: a byte a
  ;; token, which of the rows of `impossible` holds. `allowed`: for each role before six numbers, 0 or so little that no way
  ;; leads there; `impossible`: rows of six masks. `scores`: room for six numbers, those before the first token.
  ;; Writes the last scores to `scores`, and to `choices` by token and role the role before, plus 8 where two ways to the role
  ;; are so close that it isn't clear which is better.
  (func (export "decode")
    (param $singles i32) (param $pairs i32) (param $states i32) (param $tokens i32)
    (param $singleUnit f64) (param $pairUnit f64) (param $close f64)
    (param $allowed i32) (param $impossible i32) (param $scores i32) (param $choices i32)
    (local $end i32) (local $before i32) (local $pair i32) (local $scores8 i32) (local $mask i32)
    (local $pairUnit2 v128) (local $singleUnit2 v128) (local $close2 v128) (local $least v128)
    (local $role v128) (local $score v128)
    (local $most0 v128) (local $most1 v128) (local $most2 v128)
    (local $second0 v128) (local $second1 v128) (local $second2 v128)
    (local $choice0 v128) (local $choice1 v128) (local $choice2 v128)
    (local.set $pairUnit2 (f64x2.splat (local.get $pairUnit)))
    (local.set $singleUnit2 (f64x2.splat (local.get $singleUnit)))
    (local.set $close2 (f64x2.splat (local.get $close)))
    ;; Twice what is forbidden: no way at all.
    (local.set $least (v128.const f64x2 -2e9 -2e9))
    (loop $token
      (local.set $most0 (local.get $least))
      (local.set $second0 (local.get $least))
      (local.set $choice0 (v128.const i64x2 0 0))
      (local.set $most1 (local.get $least))
      (local.set $second1 (local.get $least))
      (local.set $choice1 (v128.const i64x2 0 0))
      (local.set $most2 (local.get $least))
      (local.set $second2 (local.get $least))
      (local.set $choice2 (v128.const i64x2 0 0))
      (local.set $role (v128.const i64x2 0 0))
      (local.set $before (local.get $allowed))
      (local.set $pair (local.get $pairs))
      (local.set $scores8 (local.get $scores))
      (local.set $end (i32.add (local.get $scores) (i32.const 40)))
      (loop $previous
        (local.set $score
          (f64x2.add (v128.load offset=0 (local.get $before))
            (f64x2.add (v128.load64_splat (local.get $scores8))
              (f64x2.mul (local.get $pairUnit2)
                (f64x2.convert_low_i32x4_s (i32x4.extend_low_i16x8_s (v128.load32_zero offset=0 (local.get $pair))))))))
        (local.set $choice0
          (v128.bitselect (local.get $role) (local.get $choice0) (f64x2.gt (local.get $score) (local.get $most0))))
        (local.set $second0 (f64x2.max (local.get $second0) (f64x2.min (local.get $most0) (local.get $score))))
        (local.set $most0 (f64x2.max (local.get $most0) (local.get $score)))
        (local.set $score
          (f64x2.add (v128.load offset=16 (local.get $before))
            (f64x2.add (v128.load64_splat (local.get $scores8))
              (f64x2.mul (local.get $pairUnit2)
                (f64x2.convert_low_i32x4_s (i32x4.extend_low_i16x8_s (v128.load32_zero offset=4 (local.get $pair))))))))
        (local.set $choice1
          (v128.bitselect (local.get $role) (local.get $choice1) (f64x2.gt (local.get $score) (local.get $most1))))
        (local.set $second1 (f64x2.max (local.get $second1) (f64x2.min (local.get $most1) (local.get $score))))
        (local.set $most1 (f64x2.max (local.get $most1) (local.get $score)))
        (local.set $score
          (f64x2.add (v128.load offset=32 (local.get $before))
            (f64x2.add (v128.load64_splat (local.get $scores8))
              (f64x2.mul (local.get $pairUnit2)
                (f64x2.convert_low_i32x4_s (i32x4.extend_low_i16x8_s (v128.load32_zero offset=8 (local.get $pair))))))))
        (local.set $choice2
          (v128.bitselect (local.get $role) (local.get $choice2) (f64x2.gt (local.get $score) (local.get $most2))))
        (local.set $second2 (f64x2.max (local.get $second2) (f64x2.min (local.get $most2) (local.get $score))))
        (local.set $most2 (f64x2.max (local.get $most2) (local.get $score)))
        (local.set $role (i64x2.add (local.get $role) (v128.const i64x2 1 1)))
        (local.set $before (i32.add (local.get $before) (i32.const 48)))
        (local.set $pair (i32.add (local.get $pair) (i32.const 10)))
        (local.set $scores8 (i32.add (local.get $scores8) (i32.const 8)))
        (br_if $previous (i32.lt_u (local.get $scores8) (local.get $end))))
      (local.set $mask
        (i32.add (local.get $impossible) (i32.mul (i32.load8_u (local.get $states)) (i32.const 48))))
      (local.set $score (v128.load offset=0 (local.get $mask)))
      (local.set $most0 (v128.bitselect (local.get $least) (local.get $most0) (local.get $score)))
      (local.set $choice0 (v128.andnot (local.get $choice0) (local.get $score)))
      (local.set $choice0
        (v128.or (local.get $choice0)
          (v128.and (v128.const i64x2 8 8)
            (v128.and
              (f64x2.lt (f64x2.sub (local.get $most0) (local.get $second0)) (local.get $close2))
              (f64x2.gt (local.get $most0) (v128.const f64x2 -5e8 -5e8))))))
      (v128.store offset=0 (local.get $scores)
        (f64x2.add (local.get $most0)
          (f64x2.mul (local.get $singleUnit2)
            (f64x2.convert_low_i32x4_s (i32x4.extend_low_i16x8_s (v128.load32_zero offset=0 (local.get $singles)))))))
      (local.set $score (v128.load offset=16 (local.get $mask)))
      (local.set $most1 (v128.bitselect (local.get $least) (local.get $most1) (local.get $score)))
      (local.set $choice1 (v128.andnot (local.get $choice1) (local.get $score)))
      (local.set $choice1
        (v128.or (local.get $choice1)
          (v128.and (v128.const i64x2 8 8)
            (v128.and
              (f64x2.lt (f64x2.sub (local.get $most1) (local.get $second1)) (local.get $close2))
              (f64x2.gt (local.get $most1) (v128.const f64x2 -5e8 -5e8))))))
      (v128.store offset=16 (local.get $scores)
        (f64x2.add (local.get $most1)
          (f64x2.mul (local.get $singleUnit2)
            (f64x2.convert_low_i32x4_s (i32x4.extend_low_i16x8_s (v128.load32_zero offset=4 (local.get $singles)))))))
      (local.set $score (v128.load offset=32 (local.get $mask)))
      (local.set $most2 (v128.bitselect (local.get $least) (local.get $most2) (local.get $score)))
      (local.set $choice2 (v128.andnot (local.get $choice2) (local.get $score)))
      (local.set $choice2
        (v128.or (local.get $choice2)
          (v128.and (v128.const i64x2 8 8)
            (v128.and
              (f64x2.lt (f64x2.sub (local.get $most2) (local.get $second2)) (local.get $close2))
              (f64x2.gt (local.get $most2) (v128.const f64x2 -5e8 -5e8))))))
      (v128.store offset=32 (local.get $scores)
        (f64x2.add (local.get $most2)
          (f64x2.mul (local.get $singleUnit2)
            (f64x2.convert_low_i32x4_s (i32x4.extend_low_i16x8_s (v128.load32_zero offset=8 (local.get $singles)))))))
      (i64.store8 offset=0 (local.get $choices) (i64x2.extract_lane 0 (local.get $choice0)))
      (i64.store8 offset=1 (local.get $choices) (i64x2.extract_lane 1 (local.get $choice0)))
      (i64.store8 offset=2 (local.get $choices) (i64x2.extract_lane 0 (local.get $choice1)))
      (i64.store8 offset=3 (local.get $choices) (i64x2.extract_lane 1 (local.get $choice1)))
      (i64.store8 offset=4 (local.get $choices) (i64x2.extract_lane 0 (local.get $choice2)))
      (local.set $singles (i32.add (local.get $singles) (i32.const 16)))
      (local.set $pairs (i32.add (local.get $pairs) (i32.const 64)))
      (local.set $states (i32.add (local.get $states) (i32.const 1)))
      (local.set $choices (i32.add (local.get $choices) (i32.const 5)))
      (local.set $tokens (i32.sub (local.get $tokens) (i32.const 1)))
      (br_if $token (local.get $tokens)))))
