from reaxffRun import serve

serve("hexane shaken", copies=1, steps=400, time_step_fs=0.1)
