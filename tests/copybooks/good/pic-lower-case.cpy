      * Pictures in lower case.
       01 R.
           05 A pic x(3).
           05 B pic s9(3)v99.
           05 C pic zz9.99cr.
           05 D pic 9(3)db.
           05 E pic xbx.
           05 F pic a(4).
