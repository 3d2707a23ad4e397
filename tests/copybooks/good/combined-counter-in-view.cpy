      * The counter stands in a redefinition.
       01 R.
           05 HEAD PIC X(8).
           05 HEAD-2 REDEFINES HEAD.
               10 KIND PIC X(4).
               10 N PIC S9(9) COMP.
           05 T PIC X(5) OCCURS 1 TO 9 DEPENDING ON N.
