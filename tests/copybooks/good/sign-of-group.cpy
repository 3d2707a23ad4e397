      * SIGN of a group holds for signed DISPLAY numbers.
       01 R SIGN TRAILING SEPARATE.
           05 A PIC S9(3).
           05 B PIC 9(3).
           05 C PIC X(3).
           05 D PIC S9(3) COMP-3.
           05 E PIC S9(4) COMP.
           05 F PIC ZZ9.
           05 G.
               10 H PIC S9(2).
