      * Zero suppression.
       01 R.
           05 A PIC ZZ9.
           05 B PIC Z(5).
           05 C PIC Z,ZZZ,ZZ9.
           05 D PIC ZZZ.ZZ.
           05 E PIC Z(3)9.99.
           05 F PIC ZZ9V99.
           05 G PIC **,**9.99.
           05 H PIC ***.**.
           05 I PIC ZBZZ9.
