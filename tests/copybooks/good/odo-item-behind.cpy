      * An item behind the table.
       01 R.
           05 N PIC 9.
           05 T PIC XX OCCURS 0 TO 5 DEPENDING ON N.
           05 D PIC X(3).
           05 E PIC S9(4) COMP.
