       01 R.
           05 P USAGE POINTER.
