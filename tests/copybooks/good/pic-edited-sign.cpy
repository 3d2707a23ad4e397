      * Signs of edited numbers.
       01 R.
           05 A PIC +9(3).
           05 B PIC -9(3).
           05 C PIC 9(3)+.
           05 D PIC 9(3)-.
           05 E PIC +++9.
           05 F PIC -(5)9.99.
           05 G PIC ZZ9CR.
           05 H PIC ZZ9DB.
           05 I PIC --,--9.
           05 J PIC +ZZ9.99.
           05 K PIC ZZ9.99-.
