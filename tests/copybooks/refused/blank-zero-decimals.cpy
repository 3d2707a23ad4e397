       01 R.
           05 A PIC 9(3)V9 BLANK WHEN ZERO.
