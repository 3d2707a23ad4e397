       01 R.
           05 A PIC N(10).
