      * Hexadecimal literals.
       01 R.
           05 A PIC X(2) VALUE X"4142".
           05 B PIC X VALUE x'0a'.
