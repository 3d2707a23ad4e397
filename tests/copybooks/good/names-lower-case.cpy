      * Lower case throughout.
       01 r.
           05 a pic x(3).
           05 b pic s9(5) comp-3.
           05 c pic zz9.99 blank when zero.
           05 d occurs 3 times pic 9.
