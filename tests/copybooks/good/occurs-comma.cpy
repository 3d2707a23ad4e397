      * Commas and semicolons between clauses.
       01 R.
           05 A PIC X(2), OCCURS 3, INDEXED BY I-1, I-2.
           05 B; PIC 9(3); COMP.
           05 C PIC 9,9.
           05 D PIC ZZ,ZZ9, USAGE DISPLAY.
