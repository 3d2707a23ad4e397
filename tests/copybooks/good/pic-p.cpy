      * P in front of the digits and behind.
       01 R.
           05 A PIC 9(3)P(3).
           05 B PIC S9PP.
           05 C PIC VPP9(4).
           05 D PIC SPP9.
           05 E PIC P(4)9(2).
           05 F PIC 9(2)P(2)V.
           05 G PIC S9(4)P COMP.
           05 H PIC SVP(3)9(4) COMP.
           05 I PIC 9(3)P(2) COMP-3.
