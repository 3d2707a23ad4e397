      * A word and a picture that go on in the next line.
       01 R.
           05 LANGT-
      -    NAVN PIC X(
      -        12).
           05 B PIC S9(5) CO
      -    MP-3.
      * between
           05 C PIC
               X(3).
