      * Level 88 with one value, several and ranges.
       01 R.
           05 A PIC X.
               88 YES VALUE "J".
               88 NO-WAY VALUES "N" "n".
               88 LETTER VALUE "A" THRU "Z".
           05 B PIC 99.
               88 LOW VALUE 1 THROUGH 9, 15, 20 THRU 29.
               88 NONE VALUES ARE ZERO.
           05 C PIC S9(3)V9 COMP-3.
               88 NEGATIV VALUE -999.9 THRU -0.1.
               88 INTET VALUE 0.
           05 D PIC S9(4) COMP.
               88 FEW VALUE 1 2 3.
           05 G.
               88 EMPTY-G VALUE SPACES.
               10 E PIC X(2).
               10 F PIC X.
                   88 HIGH VALUE HIGH-VALUE.
