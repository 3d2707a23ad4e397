      * Characters set between digits and letters.
       01 R.
           05 A PIC 99/99/9999.
           05 B PIC 99B99B99.
           05 C PIC 9(3)000.
           05 D PIC XXBXX.
           05 E PIC X(3)/X(3).
           05 F PIC A(2)0A.
           05 G PIC 9,9.
           05 H PIC B99.
           05 I PIC 9(2).9(2).
           05 J PIC XX0X/9B.
