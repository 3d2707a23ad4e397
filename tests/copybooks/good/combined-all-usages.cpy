      * Every usage in one table.
       01 R.
           05 T OCCURS 7 TIMES INDEXED BY IX.
               10 A PIC X(3).
               10 B PIC S9(7)V99 COMP-3.
               10 C PIC S9(4) COMP.
               10 D PIC 9(9) COMP-5.
               10 E PIC S9(5) SIGN LEADING SEPARATE.
               10 F PIC -(7)9.99.
               10 G PIC S9(11) BINARY.
               10 H PIC X(4) JUST RIGHT.
           05 Z PIC X.
