       01 R.
           05 A PIC SX(3).
