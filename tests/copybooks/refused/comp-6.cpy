       01 R.
           05 B PIC 9(4) COMP-6.
