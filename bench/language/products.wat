;; Products of one vector of whole numbers with many: 104 numbers of 16 bits each, what is behind the last of them zero.
;; Assembled into shared/language/model/products.wasm by assemble.ts.
(module
  (import "products" "memory" (memory 1))

  ;; Multiplies the vector at $vector with each from $vectors up to $end, into 32 bits each from $into on.
  (func (export "multiply") (param $vector i32) (param $vectors i32) (param $end i32) (param $into i32)
    (local $sum v128) (local $at i32) (local $last i32)
    (local.set $last (i32.add (local.get $vector) (i32.const 208)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $vectors) (local.get $end)))
        (local.set $sum (v128.const i32x4 0 0 0 0))
        (local.set $at (local.get $vector))
        (loop $eight
          (local.set $sum
            (i32x4.add (local.get $sum)
              (i32x4.dot_i16x8_s (v128.load (local.get $at)) (v128.load (local.get $vectors)))))
          (local.set $vectors (i32.add (local.get $vectors) (i32.const 16)))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $eight (i32.lt_u (local.get $at) (local.get $last))))
        (i32.store (local.get $into)
          (i32.add
            (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
            (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum)))))
        (local.set $into (i32.add (local.get $into) (i32.const 4)))
        (br $next)))))
