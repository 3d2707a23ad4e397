      * From none on.
       01 R.
           05 N PIC 9(3) COMP-3.
           05 T OCCURS 0 TO 7 DEPENDING N.
               10 A PIC X.
               10 B PIC S9(7)V99 COMP-3.
