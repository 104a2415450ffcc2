from reaxffRun import serve

serve("water in a cell", copies=2, steps=20, time_step_fs=0.1)
