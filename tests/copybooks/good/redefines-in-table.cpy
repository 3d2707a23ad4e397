      * A redefinition in a table.
       01 R.
           05 T OCCURS 5.
               10 A PIC X(4).
               10 B REDEFINES A PIC S9(7) COMP-3.
               10 C PIC X.
           05 D PIC X.
