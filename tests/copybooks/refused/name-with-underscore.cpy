       01 R.
           05 A_B PIC X.
