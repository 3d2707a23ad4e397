       01 R.
           05 A PIC 9(3) JUST.
