       01 R.
           05 G COMP-3.
               10 A PIC 9(4).
               10 B PIC 9(4) COMP.
