       01 R.
           05 A PIC 9Z(3).
