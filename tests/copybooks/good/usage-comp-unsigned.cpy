      * COMP without sign, of 1 to 18 digits.
       01 R.
           05 A01 PIC 9(1) COMP.
           05 A02 PIC 9(2) COMP.
           05 A03 PIC 9(3) COMP.
           05 A04 PIC 9(4) COMP.
           05 A05 PIC 9(5) COMP.
           05 A06 PIC 9(6) COMP.
           05 A07 PIC 9(7) COMP.
           05 A08 PIC 9(8) COMP.
           05 A09 PIC 9(9) COMP.
           05 A10 PIC 9(10) COMP.
           05 A11 PIC 9(11) COMP.
           05 A12 PIC 9(12) COMP.
           05 A13 PIC 9(13) COMP.
           05 A14 PIC 9(14) COMP.
           05 A15 PIC 9(15) COMP.
           05 A16 PIC 9(16) COMP.
           05 A17 PIC 9(17) COMP.
           05 A18 PIC 9(18) COMP.
