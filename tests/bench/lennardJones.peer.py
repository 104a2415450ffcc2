from lennardJonesLiquid import serve_lammps

serve_lammps(cells=10, steps=100)
