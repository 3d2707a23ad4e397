      * The second counter stands behind the first table.
       01 R.
           05 N PIC 9.
           05 T PIC XX OCCURS 0 TO 5 DEPENDING ON N.
           05 M PIC 9.
           05 U PIC XXX OCCURS 0 TO 4 DEPENDING ON M.
           05 D PIC X.
