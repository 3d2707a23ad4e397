      * A record that is one item.
       01 R PIC X(7).
