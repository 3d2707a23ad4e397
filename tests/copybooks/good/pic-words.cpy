      * PICTURE IS, PICTURE, PIC IS.
       01 R.
           05 A PICTURE IS X(3).
           05 B PICTURE 9(2).
           05 C PIC IS S9(4).
           05 D PICTURE
               IS
               X(2)
               .
