from crystalDynamics import serve

serve("meam", steps=100)
