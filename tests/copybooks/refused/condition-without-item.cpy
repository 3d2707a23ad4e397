       88 A VALUE "X".
