      * The point at the beginning, in the middle and left out.
       01 R.
           05 A PIC .99.
           05 B PIC 9.9.
           05 C PIC Z.ZZ.
           05 D PIC .ZZ.
           05 E PIC ZV99.
           05 F PIC 9(5).9(4).
