       01 R.
           05 N PIC X.
           05 A PIC X OCCURS 1 TO 5 DEPENDING ON N.
