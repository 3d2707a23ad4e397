      * Figurative constants.
       01 R.
           05 A PIC X(3) VALUE SPACE.
           05 B PIC X(3) VALUE SPACES.
           05 C PIC 9(3) VALUE ZERO.
           05 D PIC 9(3) COMP VALUE ZEROS.
           05 E PIC S9(3) COMP-3 VALUE ZEROES.
           05 F PIC X VALUE HIGH-VALUE.
           05 G PIC X(2) VALUE LOW-VALUES.
           05 H PIC X VALUE QUOTE.
           05 I PIC X(6) VALUE ALL "AB".
           05 J PIC X(3) VALUE ALL ZEROS.
