       01 R.
           05 A PIC S9(3) COMP-3 SIGN TRAILING.
