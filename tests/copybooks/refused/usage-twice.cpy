       01 R.
           05 A PIC 9(4) COMP DISPLAY.
