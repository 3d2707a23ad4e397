       01 R.
           05 A PIC S9(19) COMP.
