;; Features of tokens, hashed to rows of a table of weights, and the sums of those rows.
;; Assembled into shared/language/model/feature-sums.wasm by assemble.ts.
(module
  (import "features" "memory" (memory 1))

  ;; The sums of some tokens, from what their features are made of.
  (func (export "sum")
    (param $first i32) (param $second i32) (param $kind i32) (param $mask i32) (param $slots i32)
    (param $table i32) (param $width i32) (param $features i32) (param $stride i32) (param $tokens i32) (param $into i32)
    (call $hash
      (local.get $first) (local.get $second) (local.get $kind) (local.get $stride) (local.get $mask) (local.get $tokens)
      (local.get $slots))
    (call $add
      (local.get $table) (local.get $width) (local.get $slots) (local.get $features) (local.get $stride)
      (local.get $tokens) (local.get $into)))

  ;; Slots of features, as by `mix` in shared/language/hashing.ts, four at a time: `features` a token, a multiple of four.
  (func $hash
    (param $first i32) (param $second i32) (param $kind i32) (param $features i32) (param $mask i32) (param $tokens i32)
    (param $slots i32)
    (local $kinds v128) (local $kind4 v128) (local $hash v128) (local $end i32)
    (local.set $kinds
      (i32x4.mul
        (i32x4.add (i32x4.splat (local.get $kind)) (v128.const i32x4 1 2 3 4))
        (v128.const i32x4 0x9e3779b1 0x9e3779b1 0x9e3779b1 0x9e3779b1)))
    (loop $token
      (local.set $kind4 (local.get $kinds))
      (local.set $end (i32.add (local.get $first) (i32.shl (local.get $features) (i32.const 2))))
      (loop $four
        (local.set $hash
          (v128.xor (local.get $kind4)
            (i32x4.mul (v128.load (local.get $first)) (v128.const i32x4 0x85ebca6b 0x85ebca6b 0x85ebca6b 0x85ebca6b))))
        (local.set $hash
          (v128.xor
            (i32x4.mul
              (v128.xor (local.get $hash) (i32x4.shr_u (local.get $hash) (i32.const 15)))
              (v128.const i32x4 0xc2b2ae35 0xc2b2ae35 0xc2b2ae35 0xc2b2ae35))
            (i32x4.mul (v128.load (local.get $second)) (v128.const i32x4 0x27d4eb2f 0x27d4eb2f 0x27d4eb2f 0x27d4eb2f))))
        (local.set $hash
          (i32x4.mul
            (v128.xor (local.get $hash) (i32x4.shr_u (local.get $hash) (i32.const 13)))
            (v128.const i32x4 0x165667b1 0x165667b1 0x165667b1 0x165667b1)))
        (v128.store (local.get $slots)
          (v128.and
            (v128.xor (local.get $hash) (i32x4.shr_u (local.get $hash) (i32.const 16)))
            (i32x4.splat (local.get $mask))))
        ;; Four kinds on: 4 times 0x9e3779b1.
        (local.set $kind4 (i32x4.add (local.get $kind4) (v128.const i32x4 0x78dde6c4 0x78dde6c4 0x78dde6c4 0x78dde6c4)))
        (local.set $first (i32.add (local.get $first) (i32.const 16)))
        (local.set $second (i32.add (local.get $second) (i32.const 16)))
        (local.set $slots (i32.add (local.get $slots) (i32.const 16)))
        (br_if $four (i32.lt_u (local.get $first) (local.get $end))))
      (local.set $tokens (i32.sub (local.get $tokens) (i32.const 1)))
      (br_if $token (local.get $tokens))))

  ;; A weight is a signed byte (a step, which stands for its square), a row's bytes lie side by side. Eight columns are summed
  ;; at a time in 16 bits. What is summed beyond a row's width is the next row's, and read by nobody.
  (func $add
    (param $table i32) (param $width i32) (param $slots i32) (param $features i32) (param $stride i32) (param $tokens i32)
    (param $into i32)
    (local $beyond i32) (local $column i32) (local $end i32) (local $slot i32) (local $sum v128) (local $steps v128)
    (local.set $beyond (i32.add (local.get $table) (local.get $width)))
    (loop $token
      (local.set $end (i32.add (local.get $slots) (i32.shl (local.get $features) (i32.const 2))))
      (local.set $column (local.get $table))
      (loop $columns
        (local.set $sum (v128.const i16x8 0 0 0 0 0 0 0 0))
        (local.set $slot (local.get $slots))
        (loop $feature
          (local.set $steps (v128.load8x8_s
            (i32.add (local.get $column) (i32.mul (local.get $width) (i32.load (local.get $slot))))))
          (local.set $sum
            (i16x8.add (local.get $sum) (i16x8.mul (local.get $steps) (i16x8.abs (local.get $steps)))))
          (local.set $slot (i32.add (local.get $slot) (i32.const 4)))
          (br_if $feature (i32.lt_u (local.get $slot) (local.get $end))))
        (v128.store (local.get $into) (local.get $sum))
        (local.set $into (i32.add (local.get $into) (i32.const 16)))
        (local.set $column (i32.add (local.get $column) (i32.const 8)))
        (br_if $columns (i32.lt_u (local.get $column) (local.get $beyond))))
      (local.set $slots (i32.add (local.get $slots) (i32.shl (local.get $stride) (i32.const 2))))
      (local.set $tokens (i32.sub (local.get $tokens) (i32.const 1)))
      (br_if $token (local.get $tokens)))))
