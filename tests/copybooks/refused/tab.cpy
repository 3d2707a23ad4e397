       01 R.
	05 A PIC X.
      * so it is fixed
