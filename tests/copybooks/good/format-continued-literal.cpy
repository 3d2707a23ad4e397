      * A literal that goes on in the next line.
       01 R.
           05 A PIC X(80) VALUE "Det danske centrale personregister
      -    "foeres af staten.".
           05 B PIC X(3) VALUE 'ab
      -                     'c'.
           05 C PIC X(90) VALUE "A PIC X
      *    a comment between
      -    " VALUE 'X'. 05 NOT-AN-ITEM PIC X.".
