       01 R.
           05 A PIC 1(8).
