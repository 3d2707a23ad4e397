       01 R.
           05 A PIC X(3).
           05 B PIC 9(4)
              COMP-3.
