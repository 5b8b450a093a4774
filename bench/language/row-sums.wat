;; Sums of rows of weights: a weight is a signed byte (a step, which stands for its square), a row's bytes lie side by side.
;; Eight columns are summed at a time in 16 bits. What is summed beyond a row's width is the next row's, and read by nobody.
;; Assembled into shared/language/model/row-sums.wasm by assemble.ts.
(module
  (import "rows" "memory" (memory 1))
  (func (export "sum")
    (param $table i32) (param $width i32) (param $slots i32) (param $features i32) (param $tokens i32) (param $into i32)
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
      (local.set $slots (local.get $end))
      (local.set $tokens (i32.sub (local.get $tokens) (i32.const 1)))
      (br_if $token (local.get $tokens)))))
