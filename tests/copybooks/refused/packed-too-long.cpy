       01 R.
           05 A PIC S9(32) COMP-3.
